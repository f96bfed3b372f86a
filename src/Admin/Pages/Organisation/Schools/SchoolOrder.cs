using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Organisation;
using HomeroomGraph.Admin.Pages.Shared;

namespace HomeroomGraph.Admin.Pages.Organisation.Schools;

/// <summary>The columns the list of schools can be ordered by.</summary>
public enum SchoolColumn { Name, Code, Classes, Teachers }

/// <summary>An order of the list, written in an address by <see cref="OrderText"/>.</summary>
public sealed record SchoolOrder(SchoolColumn Column, bool Descending)
{
    public static SchoolOrder Default { get; } = new(SchoolColumn.Name, Descending: false);

    /// <summary>What a click on a column's header leads to: names and codes from the start, figures from the largest, then the other way.</summary>
    public SchoolOrder Next(SchoolColumn column) => column == Column
        ? this with { Descending = !Descending }
        : new SchoolOrder(column, Descending: column is SchoolColumn.Classes or SchoolColumn.Teachers);

    public static SchoolOrder? Parse(string text) => OrderText.Parse<SchoolColumn>(text) is var (column, descending) ? new(column, descending) : null;

    public override string ToString() => OrderText.Of(Column, Descending);

    /// <summary>Names go by pinyin (姓名按拼音排序): the order of code points means nothing to a reader.</summary>
    public SchoolSortInput ToSort()
    {
        var direction = Descending ? SortDirection.Desc : SortDirection.Asc;
        return Column switch
        {
            SchoolColumn.Code => new() { Code = direction },
            SchoolColumn.Classes => new() { ClassCount = direction },
            SchoolColumn.Teachers => new() { TeacherCount = direction },
            _ => new() { Pinyin = direction },
        };
    }
}

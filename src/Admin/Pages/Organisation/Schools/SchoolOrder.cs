using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Organisation;

namespace HomeroomGraph.Admin.Pages.Organisation.Schools;

/// <summary>The columns the list of schools can be ordered by.</summary>
public enum SchoolColumn { Name, Code, Classes, Teachers }

/// <summary>An order of the list, written in an address as the column's name, with a minus for descending: <c>-classes</c>.</summary>
public sealed record SchoolOrder(SchoolColumn Column, bool Descending)
{
    public static SchoolOrder Default { get; } = new(SchoolColumn.Name, Descending: false);

    /// <summary>What a click on a column's header leads to: names and codes from the start, figures from the largest, then the other way.</summary>
    public SchoolOrder Next(SchoolColumn column) => column == Column
        ? this with { Descending = !Descending }
        : new SchoolOrder(column, Descending: column is SchoolColumn.Classes or SchoolColumn.Teachers);

    public static SchoolOrder? Parse(string text)
    {
        var descending = text.StartsWith('-');
        var name = descending ? text[1..] : text;
        foreach (var column in Enum.GetValues<SchoolColumn>())
        {
            if (name == Name(column))
                return new SchoolOrder(column, descending);
        }
        return null;
    }

    public override string ToString() => (Descending ? "-" : "") + Name(Column);

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

    /// <summary>The column in an address.</summary>
    public static string Name(SchoolColumn column) => column.ToString().ToLowerInvariant();
}

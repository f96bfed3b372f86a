using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data;

/// <summary>What holds for every table of ours, said once.</summary>
internal static class ModelConventions
{
    /// <summary>Every enum of this project is kept as text.</summary>
    public static void KeepEnumsAsText(this ModelConfigurationBuilder conventions)
    {
        var enums = typeof(ModelConventions).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsPublic: true });
        foreach (var type in enums)
            conventions.Properties(type).HaveConversion(typeof(EnumTextConverter<>).MakeGenericType(type));
    }

    /// <summary>Columns are named as the properties, in snake_case.</summary>
    public static void NameColumnsInSnakeCase(this ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()))
            property.SetColumnName(SnakeCase.Of(property.Name));
    }
}

namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>The product's name, the same in every language.</summary>
public static class Product
{
    public const string Name = "HomeroomGraph";
}

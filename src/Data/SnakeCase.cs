using System.Text;

namespace HomeroomGraph.Data;

/// <summary>The one way from a name in code to a name in the database: <c>NineYear</c> is <c>nine_year</c>.</summary>
public static class SnakeCase
{
    /// <summary>A PascalCase name in snake_case.</summary>
    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}

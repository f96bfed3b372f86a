using System.Text;
using Spectre.Console;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>Where the program talks to a person: coloured in a terminal, plain lines in a file, a pipe or a dumb terminal.</summary>
internal static class Terminal
{
    public static IAnsiConsole Open()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var plain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") is "dumb";
        return plain ? Plain(Console.Out) : AnsiConsole.Console;
    }

    /// <summary>Beside a verb's own output, which others read: what is told about the way there goes to stderr.</summary>
    public static IAnsiConsole OpenBeside()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Plain(Console.Error);
    }

    public static IAnsiConsole Plain(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });

        // A line of a file is not folded: an address or a command must stay whole to be copied.
        console.Profile.Width = 10_000;
        return console;
    }
}

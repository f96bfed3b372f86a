namespace HomeroomGraph.Gateway.Commands;

/// <summary>An expected fault of a command: told to the user as text, without a stack trace.</summary>
public sealed class CommandFault : Exception
{
    private CommandFault(string message, int exitCode, Exception? cause)
        : base(message, cause) => ExitCode = exitCode;

    public int ExitCode { get; }

    /// <summary>The call, the settings or the machine must be put right first.</summary>
    public static CommandFault Setup(string message, Exception? cause = null) => new(message, Commands.ExitCode.Setup, cause);

    /// <inheritdoc cref="Setup(string, Exception?)"/>
    public static CommandFault Setup(IEnumerable<string> lines) => Setup(string.Join(Environment.NewLine + "  ", lines));

    /// <summary>The input was refused, and nothing was changed.</summary>
    public static CommandFault Refused(string message) => new(message, Commands.ExitCode.Refused, null);
}

namespace HomeroomGraph.Gateway.Commands;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The input was understood and refused: wrong rows, a rule broken. Nothing was changed.</summary>
    public const int Refused = 1;

    /// <summary>The call or the machine is not right: usage, settings, a port, the database, a missing file.</summary>
    public const int Setup = 2;

    /// <summary>A fault of the program itself.</summary>
    public const int Fault = 70;

    /// <summary>Stopped from outside (Ctrl-C) before the work was done.</summary>
    public const int Stopped = 130;
}

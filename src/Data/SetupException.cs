namespace HomeroomGraph.Data;

/// <summary>
/// Something the person who runs the program has to put right: the message says what is wrong and what to do. Shown as it is,
/// without a stack trace.
/// </summary>
public sealed class SetupException(string message, Exception? inner = null) : Exception(message, inner);

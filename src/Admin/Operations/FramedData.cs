namespace HomeroomGraph.Admin.Operations;

/// <summary>The answer that a page is made of: beside what it shows it brings what the frame around every page says of the viewer, so that no page asks once more
/// for that.</summary>
public abstract record FramedData
{
    public FrameViewer? Frame { get; init; }
}

/// <summary>The viewer as the frame shows it. An account of no district has no mailbox, for nobody tells it anything.</summary>
public sealed record FrameViewer(FrameMailbox? Mailbox);

public sealed record FrameMailbox(int UnreadCount);

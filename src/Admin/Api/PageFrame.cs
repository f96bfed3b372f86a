using HomeroomGraph.Admin.Operations;

namespace HomeroomGraph.Admin.Api;

/// <summary>What the answers of this request have told of the viewer for the frame around the page; null while none has.</summary>
public sealed class PageFrame
{
    public FrameViewer? Viewer { get; private set; }

    /// <summary>How much is unread; null where it isn't known, as on a page of an error, or where there is no mailbox.</summary>
    public int? UnreadCount => Viewer?.Mailbox?.UnreadCount;

    public void Take(FramedData data) => Viewer = data.Frame ?? Viewer;
}

namespace BorrowingWorkflow.Relational;

/// <summary>A call that waits for its turn together with others. Its caller can give it up until it begins.</summary>
internal abstract class PendingCall
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int GivenUp = 2;

    private int _state;

    /// <summary>Begins it, if it has not begun; false where its caller has given it up, and it is passed over.</summary>
    public bool Begin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) != GivenUp;

    /// <summary>True where the caller gives it up before it has begun.</summary>
    protected bool TryGiveUp() => Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting;
}

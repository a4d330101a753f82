namespace BorrowingWorkflow.Testing.Transports;

/// <summary>How a scripted peer takes messages and questions.</summary>
public enum PeerBehaviour
{
    /// <summary>It takes messages in and confirms them; it answers questions truthfully.</summary>
    Accept,

    /// <summary>It answers that it does not take the message, and does not: certainty. Of a question it says that it does not answer it.</summary>
    Refuse,

    /// <summary>It takes messages in, and the connection ends before it has confirmed: nobody can tell. A question gets no answer.</summary>
    Drop,

    /// <summary>It takes messages in and confirms them, but only after the transport has given up waiting. So it is with the answer to a question.</summary>
    AnswerLate,

    /// <summary>There is no connection to it at all, and the transport can tell that nothing went out.</summary>
    BeUnreachable,

    /// <summary>It takes messages in and answers something that means nothing.</summary>
    TalkNonsense,

    /// <summary>It takes messages in and confirms them twice; it answers questions truthfully, and twice.</summary>
    RepeatAnswers,
}

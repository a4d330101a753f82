using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Dialects;

/// <summary>
/// What a system does otherwise than the standard says. The mapping speaks the standard; a dialect rewrites what goes out, and puts right
/// what comes in.
/// </summary>
/// <remarks>Pure and safe for any number of threads. A host may write its own.</remarks>
public abstract class Dialect
{
    /// <summary>For dialects of a host's own.</summary>
    protected Dialect()
    {
    }

    /// <summary>The standard itself.</summary>
    public static Dialect Standard { get; } = new StandardDialect();

    /// <summary>Alma, by Ex Libris.</summary>
    public static Dialect Alma { get; } = new AlmaDialect();

    /// <summary>ReShare (mod-rs).</summary>
    public static Dialect ReShare { get; } = new ReShareDialect();

    /// <summary>CrossLink, the broker.</summary>
    public static Dialect CrossLink { get; } = new CrossLinkDialect();

    /// <summary>The name that settings give it, such as <c>alma</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The dialect of this package with a name, such as <c>alma</c>; capitals do not count.</summary>
    /// <exception cref="ArgumentException">None is called so; the message names those that there are.</exception>
    public static Dialect Named(string name)
    {
        Dialect[] all = [Standard, Alma, ReShare, CrossLink];
        return Array.Find(all, dialect => string.Equals(dialect.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no dialect {name}. Take one of: {string.Join(", ", all.AsEnumerable())}.", nameof(name));
    }

    /// <summary>A message to the system as the system wants it.</summary>
    /// <param name="message">The message as the standard has it.</param>
    public virtual MessageBody Rewrite(MessageBody message) => message;

    /// <summary>A message of the system's as the standard would have it. The original is what the history keeps.</summary>
    /// <param name="message">The message as it came.</param>
    public virtual SupplyingAgencyMessage PutRight(SupplyingAgencyMessage message) => message;

    /// <summary>True where an error says that the system has not got the request: the confirmation of a StatusRequest or of a Cancel.</summary>
    /// <param name="problem">The error, as it was confirmed.</param>
    /// <value>True of UnrecognisedDataValue that names no value, or a request id. The transport knows the id itself, too.</value>
    public virtual bool SaysUnknownRequest(ErrorData problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.ErrorType == ErrorType.UnrecognisedDataValue
            && !SaysAlreadyThere(problem)
            && (string.IsNullOrWhiteSpace(problem.ErrorValue) || problem.ErrorValue.Contains("RequestId", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True where an error says that the system has this very request already: the confirmation of a Request that was repeated.</summary>
    /// <param name="problem">The error, as it was confirmed.</param>
    /// <value>False: the standard has no such error.</value>
    public virtual bool SaysAlreadyThere(ErrorData problem) => false;

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;
}

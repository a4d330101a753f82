using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>Writes a row of a preset in one expression.</summary>
internal sealed class CheckRow(string preset)
{
    public CheckPolicy In(
        BorrowingStatus status, string id, CheckCadence cadence, string title, RequestOrder order, string advice, params Trigger[] remedies)
    {
        var selection = new CheckSelection(new RequestQuery { Statuses = [status] });
        return Of(id, cadence, title, $"status {status}", _ => selection, order, advice, remedies);
    }

    public CheckPolicy With(
        RequestTraits trait, string id, CheckCadence cadence, string title, string selects, RequestOrder order, string advice, params Trigger[] remedies)
    {
        var selection = new CheckSelection(new RequestQuery { AnyTrait = trait });
        return Of(id, cadence, title, selects, _ => selection, order, advice, remedies);
    }

    public CheckPolicy Of(
        string id,
        CheckCadence cadence,
        string title,
        string selects,
        Func<CheckContext, CheckSelection> select,
        RequestOrder order,
        string advice,
        params Trigger[] remedies) => new()
        {
            Id = id,
            Preset = preset,
            Cadence = cadence,
            Title = title,
            Selects = selects,
            Select = select,
            Order = order,
            Advice = advice,
            Remedies = remedies,
        };
}

using BorrowingWorkflow.PostgreSql;
using BorrowingWorkflow.Relational;
using Npgsql;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>The statements of a save with their values, ready to be sent.</summary>
internal sealed class BareBatch
{
    private readonly NpgsqlBatchCommand[] _commands;

    public BareBatch(List<SqlCall> calls)
    {
        _commands = [.. ServerStatement.Save(calls)];
        Shape = string.Join(';', _commands.Select(command => command.CommandText));
    }

    /// <summary>The same for batches of the same statements.</summary>
    public string Shape { get; }

    /// <summary>A batch of these statements that is prepared once and filled again and again.</summary>
    public async Task<NpgsqlBatch> PrepareAsync(NpgsqlConnection connection)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in _commands)
        {
            var copy = new NpgsqlBatchCommand(command.CommandText);
            foreach (NpgsqlParameter parameter in command.Parameters)
            {
                copy.Parameters.Add(parameter.Clone());
            }

            batch.BatchCommands.Add(copy);
        }

        await batch.PrepareAsync();
        return batch;
    }

    /// <summary>Gives a prepared batch the values of this one.</summary>
    public void Fill(NpgsqlBatch batch)
    {
        for (var i = 0; i < _commands.Length; i++)
        {
            var (from, to) = (_commands[i].Parameters, batch.BatchCommands[i].Parameters);
            for (var j = 0; j < from.Count; j++)
            {
                to[j].Value = from[j].Value;
            }
        }
    }
}

using System.Collections.Concurrent;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Stores;

/// <summary>Ways to be broken that need a memory of their own, or that several controls share.</summary>
internal static class StoreDefects
{
    /// <summary>Changes what is saved.</summary>
    public static AlteredStore Saving(IWorkflowStore store, Func<RequestSave, RequestSave> change) =>
        new(store) { Save = (inner, save, token) => inner.SaveAsync(change(save), token) };

    /// <summary>Changes the snapshot that is saved.</summary>
    public static AlteredStore Snapshot(IWorkflowStore store, Action<BorrowingRequest> change) => Saving(store, save =>
    {
        var request = save.Request.Copy();
        change(request);
        return save with { Request = request };
    });

    /// <summary>Makes something else of a conflict, such as nothing at all.</summary>
    public static AlteredStore OnConflict(IWorkflowStore store, Func<IWorkflowStore, RequestSave, ConcurrencyConflictException, ValueTask> instead) => new(store)
    {
        Save = async (inner, save, token) =>
        {
            try
            {
                await inner.SaveAsync(save, token);
            }
            catch (ConcurrencyConflictException conflict)
            {
                await instead(inner, save, conflict);
            }
        },
    };

    /// <summary>The last save wins, whatever it was based on.</summary>
    public static AlteredStore LastSaveWins(IWorkflowStore store) => OnConflict(store, async (inner, save, conflict) =>
    {
        if (save.Expected.IsNew || await inner.FindAsync(save.Request.Id) is not { } current)
        {
            throw conflict;
        }

        var request = save.Request.Copy();
        request.Revision = current.Revision + 1;
        await inner.SaveAsync(save with { Request = request, Expected = ExpectedVersion.Exactly(current.Revision), Event = save.Event with { Revision = request.Revision } });
    });

    /// <summary>Whoever was searched by a patron once is found by that patron for ever.</summary>
    public static AlteredStore KeepsSearchTerms(IWorkflowStore store)
    {
        ConcurrentDictionary<(string? Patron, RequestId Request), bool> terms = [];
        return new(store)
        {
            Save = async (inner, save, token) =>
            {
                await inner.SaveAsync(save, token);
                terms[(save.Request.Patron?.Id, save.Request.Id)] = true;
            },
            List = async (inner, query, limit, after) => query.Patron is null
                ? await inner.ListAsync(query, limit, after)
                : new([.. (await inner.ListAsync(query with { Patron = null }, 1000)).Requests.Where(one => terms.ContainsKey((query.Patron, one.Id)))], null),
        };
    }

    /// <summary>Pages by their number, in an order that may change.</summary>
    public static AlteredStore PagesByNumber(IWorkflowStore store, Func<IReadOnlyList<RequestSummary>, RequestOrder, IReadOnlyList<RequestSummary>>? sorted = null) => new(store)
    {
        List = async (inner, query, limit, after) =>
        {
            var all = (await inner.ListAsync(query, 1000)).Requests;
            all = sorted?.Invoke(all, query.Order) ?? all;
            var from = after is null ? 0 : (int)ListOrder.ReadCursor(after).Key;
            return new([.. all.Skip(from).Take(limit)], from + limit < all.Count ? $"{from + limit}:next" : null);
        },
    };

    /// <summary>Gives the effect that was leased first to somebody else, too.</summary>
    public static AlteredStore LeasesOneTwice(IWorkflowStore store)
    {
        LeasedEffect? first = null;
        return new(store)
        {
            Lease = async (inner, now, limit, lease) =>
            {
                var leased = await inner.LeaseAsync(now, limit, lease);
                if (leased.Count == 0)
                {
                    return leased;
                }

                var given = Interlocked.CompareExchange(ref first, leased[0], null);
                return leased.Count == limit || given is null ? leased : [.. leased, given];
            },
        };
    }

    /// <summary>Gives the request that was swept first to somebody else, too.</summary>
    public static AlteredStore SweepsOneTwice(IWorkflowStore store)
    {
        object? first = null;
        return new(store)
        {
            LeaseDue = async (inner, now, limit, lease) =>
            {
                var leased = await inner.LeaseDueAsync(now, limit, lease);
                if (leased.Count == 0)
                {
                    return leased;
                }

                var given = Interlocked.CompareExchange(ref first, leased[0], null);
                return leased.Count == limit || given is null ? leased : [.. leased, (RequestId)given];
            },
        };
    }

    /// <summary>Keeps leases in the view's memory.</summary>
    public static AlteredStore KeepsLeasesToItself(IWorkflowStore store)
    {
        ConcurrentDictionary<string, DateTimeOffset> leases = new(StringComparer.Ordinal);
        return new(store)
        {
            Lease = async (inner, now, limit, lease) =>
            {
                List<LeasedEffect> mine = [];
                foreach (var one in await inner.LeaseAsync(now, 1000, TimeSpan.Zero))
                {
                    if (mine.Count < limit && !(leases.TryGetValue(one.Effect.Id, out var until) && until > now))
                    {
                        leases[one.Effect.Id] = now + lease;
                        mine.Add(one);
                    }
                }

                return mine;
            },
        };
    }

    /// <summary>A lease that ran out no longer counts: the send is taken for one that was never begun.</summary>
    public static AlteredStore ForgetsLeasesThatRanOut(IWorkflowStore store)
    {
        ConcurrentDictionary<string, DateTimeOffset> leases = new(StringComparer.Ordinal);
        var latest = DateTimeOffset.MinValue;
        return new(store)
        {
            Lease = async (inner, now, limit, lease) =>
            {
                latest = now;
                var leased = await inner.LeaseAsync(now, limit, lease);
                foreach (var one in leased)
                {
                    leases[one.Effect.Id] = now + lease;
                }

                return leased;
            },
            Load = async (inner, key) =>
            {
                var loaded = await inner.LoadAsync(key.Request, key);
                return loaded with { OpenSends = [.. loaded.OpenSends.Select(send => send with { IsUnderWay = send.IsUnderWay && leases[send.Effect] > latest })] };
            },
        };
    }

    /// <summary>A settlement is not final until the next lease: a retry that comes in between undoes it.</summary>
    public static AlteredStore LastSettlementCounts(IWorkflowStore store)
    {
        ConcurrentDictionary<string, EffectSettlement> last = new(StringComparer.Ordinal);
        return new(store)
        {
            Settle = (_, settlement) =>
            {
                last[settlement.Effect] = settlement;
                return ValueTask.CompletedTask;
            },
            Lease = async (inner, now, limit, lease) =>
            {
                foreach (var settlement in last.Values)
                {
                    await inner.SettleAsync(settlement);
                }

                return await inner.LeaseAsync(now, limit, lease);
            },
        };
    }

    /// <summary>A sweeper's lease holds, whatever is saved meanwhile.</summary>
    public static AlteredStore SavesLeaveTheLease(IWorkflowStore store)
    {
        ConcurrentDictionary<RequestId, DateTimeOffset> leases = [];
        return new(store)
        {
            LeaseDue = async (inner, now, limit, lease) =>
            {
                List<RequestId> mine = [.. (await inner.LeaseDueAsync(now, limit, lease)).Where(id => !(leases.TryGetValue(id, out var until) && until > now))];
                mine.ForEach(id => leases[id] = now + lease);
                return mine;
            },
        };
    }

    /// <summary>Reads a request once, and then again only after a save of its own.</summary>
    public static AlteredStore RemembersWhatItRead(IWorkflowStore store)
    {
        ConcurrentDictionary<RequestId, BorrowingRequest> read = [];
        return new(store)
        {
            Find = async (inner, id) => read.TryGetValue(id, out var known) ? known : await inner.FindAsync(id) is { } found ? read.GetOrAdd(id, found) : null,
            Save = async (inner, save, token) =>
            {
                await inner.SaveAsync(save, token);
                read.TryRemove(save.Request.Id, out _);
            },
        };
    }

    /// <summary>Reads the sends of a request a moment before the rest of it.</summary>
    public static AlteredStore ReadsSendsBefore(IWorkflowStore store)
    {
        ConcurrentDictionary<RequestId, IReadOnlyList<OpenSend>> before = [];
        return new(store)
        {
            Load = async (inner, key) =>
            {
                var loaded = await inner.LoadAsync(key.Request, key);
                var sends = before.GetValueOrDefault(key.Request, loaded.OpenSends);
                before[key.Request] = loaded.OpenSends;
                return loaded with { OpenSends = sends };
            },
        };
    }

    /// <summary>Never gives a connection back that a scan took and that was not read to its end.</summary>
    public static AlteredStore LosesConnections(IWorkflowStore store)
    {
        var open = 0;
        return new(store) { Scan = Scan };

        async IAsyncEnumerable<IReadOnlyList<ScannedRequest>> Scan(IWorkflowStore inner, ScanScope scope)
        {
            if (++open > 16)
            {
                throw new TimeoutException("no connection is left");
            }

            await foreach (var batch in inner.ScanAsync(scope))
            {
                yield return batch;
            }

            open--;
        }
    }

    /// <summary>One batch of all.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> InOne<T>(IAsyncEnumerable<IReadOnlyList<T>> batches, Func<T, T>? change = null)
    {
        yield return [.. (await batches.ToList()).Select(change ?? (one => one))];
    }
}

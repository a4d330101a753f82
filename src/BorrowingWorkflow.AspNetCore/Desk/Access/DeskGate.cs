using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Desk.Access;

/// <summary>Finds out what a caller may do: by the host's policies and, for a policy that the host does not map, by where the caller is.</summary>
internal sealed class DeskGate(IAuthorizationPolicyProvider policies, IPolicyEvaluator evaluator, DeskOptions options)
{
    private static readonly string Account = Environment.UserName is { Length: > 0 } name ? name : "desk";

    /// <summary>The caller's rights.</summary>
    public async Task<DeskAccess> AdmitAsync(HttpContext context)
    {
        var view = await MayAsync(context, DeskPolicies.View);
        return new(
            view,
            view && await MayAsync(context, DeskPolicies.Work),
            view && await MayAsync(context, DeskPolicies.Administer),
            Who(context));
    }

    /// <summary>Sends a caller who may log in to do so.</summary>
    /// <returns>False where logging in would not help.</returns>
    public async Task<bool> ChallengedAsync(HttpContext context, string policyName)
    {
        if (await policies.GetPolicyAsync(policyName) is not { } policy || context.User.Identity?.IsAuthenticated == true)
        {
            return false;
        }

        if (policy.AuthenticationSchemes.Count == 0 && context.RequestServices.GetService(typeof(IAuthenticationSchemeProvider)) is IAuthenticationSchemeProvider schemes
            && await schemes.GetDefaultChallengeSchemeAsync() is null)
        {
            return false;
        }

        foreach (var scheme in policy.AuthenticationSchemes.DefaultIfEmpty(null))
        {
            await context.ChallengeAsync(scheme);
        }

        return true;
    }

    /// <summary>Why a policy that the host does not map kept the caller out; null where the host's own policy did.</summary>
    public async Task<LoopbackFault?> FaultAsync(HttpContext context, string policyName) =>
        await policies.GetPolicyAsync(policyName) is null ? Loopback.FaultOf(context) : null;

    private async Task<bool> MayAsync(HttpContext context, string policyName)
    {
        if (await policies.GetPolicyAsync(policyName) is not { } policy)
        {
            return Loopback.FaultOf(context) is null;
        }

        var authenticated = await evaluator.AuthenticateAsync(policy, context);
        return (await evaluator.AuthorizeAsync(policy, authenticated, context, resource: null)).Succeeded;
    }

    private string Who(HttpContext context) =>
        (options.Who is { } who ? who(context) : context.User.Identity is { IsAuthenticated: true } user ? user.Name : null) is { Length: > 0 } name ? name : Account;
}

using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Machine;
using Microsoft.Playwright;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>What somebody does on the desk's pages.</summary>
internal static class DeskVisit
{
    /// <summary>The form of an action on the page, opened where it has to be.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="trigger">What the form does.</param>
    /// <param name="within">The part of the page that has it.</param>
    public static async Task<ILocator> OpenAsync(this Visit visit, Trigger trigger, string within = "main")
    {
        var having = $"form:has(input[name='trigger'][value='{trigger}'])";
        var form = visit.Page.Locator($"{within} {having}").First;
        if (!await form.IsVisibleAsync())
        {
            await visit.Page.Locator($"{within} details:has({having}) > summary:visible").First.ClickAsync();
            if (!await form.IsVisibleAsync())
            {
                await visit.Page.Locator($"{within} details.act:has({having}) > summary").First.ClickAsync();
            }
        }

        return form;
    }

    /// <summary>Does something on the page that needs no more than a click or two.</summary>
    public static async Task DoAsync(this Visit visit, Trigger trigger, string within = "main") =>
        await visit.SendAsync(await visit.OpenAsync(trigger, within));

    /// <summary>Sends a form by its button, and waits for the page that it leads to.</summary>
    public static Task SendAsync(this Visit visit, ILocator form) => visit.FollowAsync(form.Locator("button[type=submit]"));

    /// <summary>Clicks on what leads to another page, and waits until that is there: what is read next is not the old one.</summary>
    public static Task FollowAsync(this Visit visit, string selector) => visit.FollowAsync(visit.Page.Locator(selector));

    /// <inheritdoc cref="FollowAsync(Visit, string)"/>
    public static async Task FollowAsync(this Visit visit, ILocator what)
    {
        var loaded = new TaskCompletionSource();
        void OnLoaded(object? sender, IPage page) => loaded.TrySetResult();
        visit.Page.DOMContentLoaded += OnLoaded;
        try
        {
            await what.ClickAsync();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(15));
        }
        finally
        {
            visit.Page.DOMContentLoaded -= OnLoaded;
        }
    }

    /// <summary>Does what asks for a text.</summary>
    public static async Task WriteAsync(this Visit visit, Trigger trigger, string text, string within = "main")
    {
        var form = await visit.OpenAsync(trigger, within);
        await form.Locator("[name=text]").FillAsync(text);
        await visit.SendAsync(form);
    }

    /// <summary>The visible words of the page's main part.</summary>
    public static Task<string> MainAsync(this Visit visit) => visit.Page.Locator("main").InnerTextAsync();

    /// <summary>The ids of the requests that a page of the queue lists, from its top.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this Visit visit) => await visit.Page.Locator(".rows a.row code").AllInnerTextsAsync();

    /// <summary>The elements that make the page wider than its window; none where nobody has to scroll sideways.</summary>
    public static Task<string[]> WideAsync(this Visit visit) => visit.Page.EvaluateAsync<string[]>(
        """
        () => {
          const view = document.scrollingElement;
          if (view.scrollWidth <= view.clientWidth) return [];
          const wide = [...document.body.querySelectorAll("*")].filter(element => element.getBoundingClientRect().right > view.clientWidth + 1);
          return [`${view.scrollWidth} > ${view.clientWidth}`, ...wide.slice(0, 5).map(element => element.outerHTML.slice(0, 120))];
        }
        """);

    /// <summary>The buttons, fields and places to go that a finger can hardly hit: less than 24 CSS pixels high or wide.</summary>
    public static Task<string[]> SmallAsync(this Visit visit) => visit.Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll("button, input, select, textarea, summary, .button, nav a, label.check")]
          .filter(element => element.checkVisibility() && !element.closest(".hidden, .skip") && element.type !== "hidden" && !element.matches("label input"))
          .map(element => [element, element.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24)
          .map(([element, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${element.outerHTML.slice(0, 120)}`)
        """);
}

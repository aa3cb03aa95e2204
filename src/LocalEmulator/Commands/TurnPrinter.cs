using System.Text.Json.Nodes;
using AlexaSimulator.Sessions;

namespace LocalEmulator.Commands;

/// <summary>Prints what comes of an utterance: what Alexa says and shows, or as JSON an array of each request with its response.</summary>
internal sealed class TurnPrinter(Terminal terminal)
{
    /// <summary>Whether requests and responses are printed in place of what Alexa says.</summary>
    public bool PrintsJson { get; set; }

    /// <summary>Prints a turn, and how the session stands after it.</summary>
    public void Print(Turn turn, SessionState? state)
    {
        foreach (var exchange in turn.Exchanges)
        {
            Print(exchange);
        }

        if (PrintsJson)
        {
            JsonOutput.Print(new JsonArray([.. turn.Exchanges.Where(exchange => exchange.Failure is null).Select(Json)]));
        }
        else if (turn.Exchanges.All(exchange => exchange.Failure is null))
        {
            if (turn.Speech is null)
            {
                terminal.Print("Alexa says nothing.");
            }

            terminal.Print(TurnText.Of(state));
        }
    }

    private void Print(Exchange exchange)
    {
        terminal.Note($"Alexa sends {TurnText.Of(exchange.Request.Request)}");
        if (exchange.Failure is { } failure)
        {
            terminal.Note($"The skill failed with {failure}".ReplaceLineEndings(" "));
        }

        var answer = exchange.Answer;
        if (answer.Problem is { } problem)
        {
            terminal.Note($"Alexa does not take the response: {problem}. She would say that there is a problem with the skill.");
        }

        foreach (var (label, text) in new[] { ("Alexa", answer.Speech), ("Card", answer.Card), ("Screen", answer.Screen) })
        {
            if (text is not null && !PrintsJson)
            {
                terminal.Print(AnswerText.Printable($"{label}: {text}"));
            }
        }
    }

    private static JsonObject Json(Exchange exchange) => new()
    {
        ["request"] = JsonOutput.Read(exchange.RequestJson),
        ["response"] = JsonOutput.Read(exchange.ResponseJson),
    };
}

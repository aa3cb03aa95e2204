using AlexaSkill.Responses;
using SkillHosting;

namespace CoinFlip;

/// <summary>What the skill says.</summary>
internal static class Phrases
{
    public const string Question = "Heads or tails?";

    public static EdgePhrases Edge { get; } = new(
        "Sorry, I could not read that.", "Sorry, that was meant for another skill.", "Sorry, the coin rolled away. Please try again.");

    public static string Welcome(Score? score) => score is { Flips: > 0 }
        ? $"Welcome back. You have won {score.Wins} of {score.Flips}."
        : "Welcome to Coin Flip. Call a side, and I flip the coin.";

    public static string Result(string called, string landed, long? streak) => (called == landed, streak) switch
    {
        (true, > 1) => $"It's {landed}. You win, {streak} in a row!",
        (true, _) => $"It's {landed}. You win!",
        _ => $"It's {landed}. You lose.",
    };

    public static string NoSide(string said) => $"A coin has no {said}.";

    public static ResponseEnvelope Ask(string text) => Asking(text).Build();

    public static ResponseEnvelope Elicit(string text) => Asking(text).ElicitSlot(FlipHandler.SideSlot).Build();

    public static ResponseEnvelope Close(string text) => new ResponseBuilder().Speak(text).EndSession().Build();

    private static ResponseBuilder Asking(string text) => new ResponseBuilder().Speak($"{text} {Question}".Trim()).Reprompt(Question);
}

using AlexaSkill.Requests;

namespace LocalEmulator.InteractionModels;

/// <summary>What Alexa herself understands in a language: the built-in intents, how skills are called, numbers in words.</summary>
/// <param name="Code">The language's code, as locales begin with it.</param>
/// <param name="BuiltIns">What means a built-in intent.</param>
/// <param name="Exit">What ends a session without asking the skill.</param>
/// <param name="Calls">The verbs before a skill's name.</param>
/// <param name="Connectors">The words between a skill's name and what is asked of it.</param>
/// <param name="Backlinks">The words between what is asked and the skill's name after it.</param>
/// <param name="Questions">The words that begin a question, which is no answer to one.</param>
/// <param name="Numbers">Numbers in words.</param>
internal sealed record Language(
    string Code,
    IReadOnlyDictionary<string, IReadOnlyList<string>> BuiltIns,
    IReadOnlyList<string> Exit,
    IReadOnlyList<string> Calls,
    IReadOnlyList<string> Connectors,
    IReadOnlyList<string> Backlinks,
    IReadOnlyList<string> Questions,
    IEnumerable<(string Phrase, string Digits)> Numbers)
{
    /// <summary>The languages that the emulator knows.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        new(
            "en",
            new Dictionary<string, IReadOnlyList<string>>
            {
                [IntentNames.Stop] = ["stop", "stop it", "off", "shut up", "be quiet", "that's enough"],
                [IntentNames.Cancel] = ["cancel", "cancel it", "cancel that", "never mind", "nevermind", "forget it"],
                [IntentNames.Help] =
                    ["help", "help me", "can you help me", "what can you do", "what can I say", "what can I ask", "how does this work"],
                [IntentNames.NavigateHome] = ["go home", "home", "take me home", "home screen", "go to the home screen"],
                [IntentNames.Yes] =
                [
                    "yes", "yes please", "yeah", "yep", "yup", "sure", "ok", "okay", "of course", "correct", "that's right", "I am sure",
                    "I'm sure",
                ],
                [IntentNames.No] = ["no", "no thanks", "no thank you", "nope", "nah", "not really", "don't", "wrong"],
            },
            ["exit", "quit"],
            ["open", "start", "launch", "begin", "run", "load", "use", "play", "ask", "tell"],
            ["to", "for", "about", "and", "that", "if", "whether"],
            ["with", "using", "from", "in", "on", "through"],
            ["what", "what's", "who", "who's", "whose", "when", "where", "where's", "why", "how", "how's", "which"],
            NumberWords.English),
        new(
            "de",
            new Dictionary<string, IReadOnlyList<string>>
            {
                [IntentNames.Stop] = ["stopp", "stop", "halt", "aufhören", "hör auf", "schluss", "sei still", "ruhe"],
                [IntentNames.Cancel] = ["abbrechen", "abbruch", "brich ab", "vergiss es", "egal", "lass es", "lass gut sein"],
                [IntentNames.Help] =
                    ["hilfe", "hilf mir", "was kannst du", "was kann ich sagen", "was kann ich fragen", "wie funktioniert das"],
                [IntentNames.NavigateHome] = ["startseite", "zur startseite", "gehe zur startseite", "startbildschirm", "nach hause"],
                [IntentNames.Yes] =
                [
                    "ja", "ja bitte", "jawohl", "klar", "na klar", "sicher", "gern", "gerne", "ok", "okay", "natürlich", "genau",
                    "ja bin ich",
                ],
                [IntentNames.No] = ["nein", "nein danke", "nö", "nee", "lieber nicht", "auf keinen Fall", "falsch"],
            },
            ["beenden", "verlassen"],
            ["öffne", "starte", "start", "beginne", "lade", "spiele", "benutze", "frag", "frage", "sag", "sage", "bitte"],
            ["nach", "um", "und", "dass", "ob", "zu"],
            ["mit", "bei", "von", "in", "über"],
            ["was", "wer", "wen", "wem", "wann", "wo", "warum", "wieso", "weshalb", "wieviel", "welche", "welcher", "welches", "welchen"],
            NumberWords.German),
    ];
}

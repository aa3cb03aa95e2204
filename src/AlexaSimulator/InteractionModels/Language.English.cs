using AlexaSkill.Requests;

namespace AlexaSimulator.InteractionModels;

internal sealed partial record Language
{
    private static Language English => new()
    {
        Code = "en",
        BuiltIns = new Dictionary<string, IReadOnlyList<string>>
        {
            [IntentNames.Stop] = ["stop", "stop it", "off", "shut up", "be quiet", "that's enough"],
            [IntentNames.Cancel] = ["cancel", "cancel it", "cancel that", "never mind", "nevermind", "forget it"],
            [IntentNames.Help] =
            [
                "help", "help me", "can you help me", "I need help", "what can you do", "what can I say", "what can I ask",
                "what are my options", "how does this work", "what should I say",
            ],
            [IntentNames.Repeat] =
            [
                "repeat", "repeat that", "repeat it", "repeat the question", "say that again", "say it again", "again", "once more",
                "one more time", "what did you say", "what was that", "come again", "pardon", "sorry what", "I didn't hear that",
                "I didn't catch that",
            ],
            [IntentNames.StartOver] =
            [
                "start over", "start again", "restart", "begin again", "start from the beginning", "from the beginning",
                "start over again", "let's start over", "let's start again", "start from scratch",
            ],
            [IntentNames.NavigateHome] = ["go home", "home", "take me home", "home screen", "go to the home screen"],
            [IntentNames.Yes] =
            [
                "yes", "yes please", "yeah", "yep", "yup", "sure", "ok", "okay", "of course", "correct", "that's right", "I am sure",
                "absolutely", "yes I am",
            ],
            [IntentNames.No] =
                ["no", "no thanks", "no thank you", "nope", "nah", "not really", "don't", "wrong", "I don't think so", "no way"],
        },
        Exit = ["exit", "quit"],
        Launches = ["open", "start", "launch", "begin", "run", "load"],
        Asks = ["use", "play", "ask", "tell"],
        Connectors = ["to", "for", "about", "and", "that", "if", "whether"],
        Backlinks = ["with", "using", "from", "in", "on", "through"],
        Questions = ["what", "who", "whose", "when", "where", "why", "how", "which"],
        Negations = ["not", "no", "never", "without"],
        Fillers =
        [
            "please", "um", "uh", "hmm", "er", "ah", "oh", "well", "okay", "ok", "so", "hi", "hello", "hey", "just", "actually", "really",
            "quite", "rather", "pretty", "very", "simply", "perhaps", "probably", "basically", "thanks", "thank you", "you know",
            "I think", "I guess", "I suppose", "I mean", "I believe", "let's see", "let me think", "can you", "could you", "would you",
            "will you", "would be great", "would be nice", "would be good", "would be fine", "if possible", "kind of", "sort of",
        ],
        Numbers = NumberWords.English,
        Stem = Stems.English,
    };
}

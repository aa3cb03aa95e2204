using SkillFunction.Memory;

namespace SkillFunction.Conversation;

/// <summary>The English texts, plain: whoever speaks them escapes them.</summary>
internal static class Speech
{
    public const string CardTitle = "Pet Match";

    public const string Welcome =
        "Welcome to Pet Match! Tell me how big, how lively and what for, and I'll find the dog for you. Try: I'd like a small family dog.";

    public const string Invitation = "What kind of dog would you like? You can also just say: find a pet.";

    public const string Help =
        "I match people with dogs. I need three things: a size, such as tiny or large, "
        + "a temperament, which is family, guard or watch dog, and an energy, low, medium or high. What kind of dog would you like?";

    public const string Fallback = "Sorry, I didn't get that. I can find a dog for you. Try: a large guard dog. What would you like?";

    public const string Goodbye = "Goodbye, and give your dog a pat from me!";

    public const string Refusal =
        "I'd love to, but every mythical creature I called flew off or turned me to stone. "
        + "Dogs are easier to keep. What kind would you like?";

    public const string OnlyDogs = "Dogs are all I know, so a dog it is.";

    public const string LookupFailed = "I'm sorry, I can't get at my list of dogs right now. Please try again in a little while.";

    public const string Apology = "I'm sorry, something went wrong on my side. Please try again.";

    public const string Unreadable = "I'm sorry, that request couldn't be read.";

    public const string ForeignSkill = "I'm sorry, this endpoint doesn't serve that skill.";

    public const string NameKept = "I'll remember your name.";

    public const string NameNotKept = "I don't keep a memory, so I won't know your name next time.";

    public const string NameLost = "I'm sorry, I couldn't remember that. Please tell me again another time.";

    public const string NoName = "Sorry, I didn't catch your name. Say: my name is, and then your first name.";

    public const string NoLastMatch = "I haven't found a dog for you yet.";

    public const string LastMatchNotKept = "I don't keep a memory, so I don't know your last match.";

    public const string LastMatchLost = "I'm sorry, I can't remember your last match right now.";

    public const string SureToForget = "I would forget your name and your last match for good. Are you sure?";

    public const string Forgotten = "Done, I have forgotten your name and your last match.";

    public const string Kept = "Fine, I keep what I know.";

    public const string NothingToForget = "I don't keep a memory, so there is nothing to forget.";

    public const string NotForgotten = "I'm sorry, I couldn't forget that right now. Please try again in a little while.";

    public static string Greeting(string name) => $"Nice to meet you, {name}!";

    public static string WelcomeBack(string? name, LastMatch? match) =>
        $"Welcome back{(name is null ? "" : $", {name}")}!{(match is null ? "" : $" Last time I found you {Describe(match)}.")}";

    public static string LastMatch(LastMatch match) => $"Your last match was {Describe(match)}.";

    public static string Wish(string size, string temperament, string energy) => $"{size} {temperament} dog with {energy} energy";

    public static string Match(string breed, string wish) => $"{Article(breed)} {breed} would be a great match: a {wish}.";

    public static string NoMatch(string wish) => $"I looked everywhere, but I don't know a {wish}.";

    public static string WhichOne(IReadOnlyList<string> values) => $"Do you mean {string.Join(", ", values.SkipLast(1))} or {values[^1]}?";

    public static string NotKnown(string slot) => $"Sorry, I don't know that {slot}.";

    public static string Question(string slot) => slot switch
    {
        PetMatchSlots.SizeName => "Would you like a tiny, small, medium or large dog?",
        PetMatchSlots.TemperamentName => "Should it be a family dog, a guard dog or a watch dog?",
        _ => "Should its energy be low, medium or high?",
    };

    private static string Describe(LastMatch match) =>
        $"{(IsVowel(match.Breed[0]) ? "an" : "a")} {match.Breed}, a {Wish(match.Size, match.Temperament, match.Energy)}";

    private static string Article(string noun) => IsVowel(noun[0]) ? "An" : "A";

    private static bool IsVowel(char letter) => "AEIOUaeiou".Contains(letter, StringComparison.Ordinal);
}

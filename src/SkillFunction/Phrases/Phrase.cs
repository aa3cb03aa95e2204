namespace SkillFunction.Phrases;

/// <summary>The names of what the skill says, as the files of each language have them.</summary>
internal static class Phrase
{
    public const string Title = "title";
    public const string Or = "or";
    public const string Breed = "article.breed";
    public const string BreedBeforeVowel = "article.breedBeforeVowel";
    public const string Wish = "wish";
    public const string WishAsObject = "wish.object";
    public const string MatchInShort = "match.short";
    public const string AnotherButton = "button.another";
    public const string Welcome = "welcome";
    public const string WelcomeBack = "welcomeBack";
    public const string WelcomeBackNameless = "welcomeBack.nameless";
    public const string LastTime = "lastTime";
    public const string WhichOne = "whichOne";
    public const string Match = "match";
    public const string OnlyDogs = "onlyDogs";
    public const string NoMatch = "noMatch";
    public const string Refusal = "refusal";
    public const string LetMeThink = "letMeThink";
    public const string LookupFailed = "lookupFailed";
    public const string Again = "again";
    public const string PleaseChoose = "pleaseChoose";
    public const string NoMatter = "noMatter";
    public const string NameKept = "nameKept";
    public const string NameNotKept = "nameNotKept";
    public const string NameLost = "nameLost";
    public const string LastMatch = "lastMatch";
    public const string NoLastMatch = "noLastMatch";
    public const string LastMatchNotKept = "lastMatchNotKept";
    public const string LastMatchLost = "lastMatchLost";
    public const string Forgotten = "forgotten";
    public const string Kept = "kept";
    public const string NothingToForget = "nothingToForget";
    public const string NotForgotten = "notForgotten";
    public const string Fallback = "fallback";
    public const string FallbackAtStart = "fallback.start";
    public const string Goodbye = "goodbye";
    public const string Apology = "apology";
    public const string Unreadable = "unreadable";
    public const string ForeignSkill = "foreignSkill";

    /// <summary>A question.</summary>
    public static string Question(string question) => $"question.{question}";

    /// <summary>What helps somebody to answer a question.</summary>
    public static string Help(string question) => $"help.{question}";

    /// <summary>An answer to a question was not understood.</summary>
    public static string Unknown(string question) => $"unknown.{question}";

    /// <summary>A slot's value.</summary>
    public static string Value(string slot, string value) => $"{slot}.{value}";

    /// <summary>A breed with its article.</summary>
    public static string BreedOf(string breed) => $"breed.{breed}";
}

namespace SkillFunction.Conversation;

/// <summary>What an answer may have asked last; the slots of <see cref="PetMatchSlots"/> are questions, too.</summary>
internal static class Questions
{
    /// <summary>What kind of dog is wanted: where every conversation begins.</summary>
    public const string Start = "start";

    /// <summary>Whether to look for another dog.</summary>
    public const string Another = "another";

    /// <summary>Whether to forget the user.</summary>
    public const string ForgetMe = "forgetMe";

    /// <summary>What the user's name is.</summary>
    public const string Name = "name";

    /// <summary>All questions.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Start, PetMatchSlots.SizeName, PetMatchSlots.TemperamentName, PetMatchSlots.EnergyName, Another, ForgetMe, Name];
}

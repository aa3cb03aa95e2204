namespace AlexaSkill.Dispatch;

/// <summary>The request is for another skill, or names none; nothing of it was looked at.</summary>
public sealed class ForeignSkillException()
    : AlexaSkillException("The request is for another skill than the one that is served. Compare the skill id that the program is given.");

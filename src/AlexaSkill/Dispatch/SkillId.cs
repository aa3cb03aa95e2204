using AlexaSkill.Requests;

namespace AlexaSkill.Dispatch;

/// <summary>Which skill a program answers for. To answer for any has to be said, and is for local use: anybody may call with any id.</summary>
public sealed record SkillId
{
    private readonly string? id;

    private SkillId(string? id) => this.id = id;

    /// <summary>Answers for any skill.</summary>
    public static SkillId Any { get; } = new((string?)null);

    /// <summary>Answers for one skill.</summary>
    /// <param name="id">Its id, such as <c>amzn1.ask.skill.…</c>.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static SkillId Only(string id) => string.IsNullOrWhiteSpace(id)
        ? throw new ArgumentException($"The skill id is empty: give the skill's id, or say {nameof(SkillId)}.{nameof(Any)}.", nameof(id))
        : new SkillId(id);

    /// <summary>Whether a request is for this skill.</summary>
    /// <param name="envelope">The request.</param>
    /// <returns>Whether it is; a request that names no skill is for none.</returns>
    public bool Accepts(RequestEnvelope envelope) => id is null || envelope.ApplicationId == id;
}

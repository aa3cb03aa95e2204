namespace SkillHosting;

/// <summary>What a skill says where its own handlers don't get to answer. In one language: nothing is known of who called.</summary>
/// <param name="Unreadable">To what is no request of Alexa's.</param>
/// <param name="ForeignSkill">To a request for another skill.</param>
/// <param name="Apology">To a failure that no handler took.</param>
public sealed record EdgePhrases(string Unreadable, string ForeignSkill, string Apology);

using AlexaSkill.Dispatch;
using AlexaSkill.Persistence;

namespace AlexaSkill.Tests;

public sealed class AlexaSkillExceptionTests
{
    /// <summary>Who asks for session attributes out of session has made a mistake, and hears of it by .NET's own exception.</summary>
    [Fact]
    public void Every_exception_of_the_library_is_one_but_that_for_a_mistake_in_the_skill() => typeof(Skill).Assembly.GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(Exception)) && type != typeof(AlexaSkillException) && type != typeof(OutOfSessionException))
        .ShouldAllBe(type => type.BaseType == typeof(AlexaSkillException));
}

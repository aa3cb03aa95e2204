using AlexaSkill.Persistence;
using AlexaSkill.Requests;

namespace AlexaSkill.Tests.Persistence;

public sealed class KeyGeneratorsTests
{
    private static readonly RequestEnvelope Everything = Asked.By("user", "device", "person", "skill");

    [Theory]
    [InlineData("userId", "user")]
    [InlineData("deviceId", "device")]
    [InlineData("personId", "person")]
    [InlineData("applicationId", "skill")]
    public void A_key_is_the_id_it_is_named_after(string name, string expected) =>
        KeyGenerators.ByName[name](Everything).ShouldBe(expected);

    [Fact]
    public void A_speaker_who_is_not_recognised_is_the_account() => KeyGenerators.PersonId(Asked.By("user", "device")).ShouldBe("user");

    [Fact]
    public void The_skill_id_may_stand_in_the_session()
    {
        var request = new RequestEnvelope(new Session(true, "session", null, new Application("skill"), null), null, Everything.Request);

        KeyGenerators.ApplicationId(request).ShouldBe("skill");
    }

    [Theory]
    [InlineData("userId", "user id")]
    [InlineData("deviceId", "device id")]
    [InlineData("personId", "user id")]
    [InlineData("applicationId", "skill id")]
    public void A_missing_id_is_named_and_no_other_is_told(string name, string missing)
    {
        var secret = "amzn1.secret";
        var request = name switch
        {
            "userId" => Asked.By(deviceId: secret, personId: secret, applicationId: secret),
            "deviceId" => Asked.By(secret, personId: secret, applicationId: secret),
            "personId" => Asked.By(deviceId: secret, applicationId: secret),
            _ => Asked.By(secret, secret, secret),
        };

        var error = Should.Throw<PersistenceException>(() => KeyGenerators.ByName[name](request));

        error.Reason.ShouldBe(PersistenceFailure.MissingKey);
        error.Message.ShouldContain($"no {missing} ");
        error.ToString().ShouldNotContain(secret);
    }

    [Fact]
    public void An_empty_id_is_a_missing_one()
    {
        var error = Should.Throw<PersistenceException>(() => KeyGenerators.DeviceId(Asked.By("user", "")));

        error.Reason.ShouldBe(PersistenceFailure.MissingKey);
    }

    [Fact]
    public void A_skills_own_generator_has_to_give_a_key()
    {
        KeyGenerator generator = _ => "";

        Should.Throw<PersistenceException>(() => generator.KeyOf(Everything)).Reason.ShouldBe(PersistenceFailure.MissingKey);
    }

    [Fact]
    public void A_fingerprint_tells_keys_apart_without_telling_them()
    {
        KeyGenerators.Fingerprint("user").ShouldBe(KeyGenerators.Fingerprint("user"));
        KeyGenerators.Fingerprint("user").ShouldNotBe(KeyGenerators.Fingerprint("other"));
        KeyGenerators.Fingerprint("user").ShouldNotContain("user");
    }
}

using AlexaSkill.Dispatch;
using Amazon.Lambda.RuntimeSupport;
using SampleSkill;

if (Environment.GetEnvironmentVariable("TEA_STALL") == "closed")
{
    throw new InvalidOperationException("the stall is closed");
}

var skill = TeaSkill.Create(SkillId.Only(Environment.GetEnvironmentVariable("ALEXA_SKILL_ID") ?? ""));
using var lambda = LambdaBootstrapBuilder.Create((input, context) => Environment.GetEnvironmentVariable("TEA_STALL") == "noisy"
    ? Task.FromResult<Stream>(new MemoryStream("What?"u8.ToArray()))
    : skill.HandleAsync(input, Features.Of(context))).Build();
await lambda.RunAsync();

using AlexaSkill.Dispatch;
using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Amazon.DynamoDBv2;
using Amazon.Lambda.RuntimeSupport;

namespace TeaTime;

internal static class Program
{
    public static async Task Main()
    {
        using var dynamoDb = new AmazonDynamoDBClient();
        var store = new DynamoDbPersistenceAdapter(dynamoDb, new DynamoDbPersistenceOptions("tea-time"));
        var skill = Create(SkillId.Only(Environment.GetEnvironmentVariable("ALEXA_SKILL_ID") ?? ""), store);
        using var lambda = LambdaBootstrapBuilder.Create((input, context) => skill.HandleAsync(input, Features.Of(context))).Build();
        await lambda.RunAsync();
    }

    public static Skill Create(SkillId skillId, IPersistenceAdapter store)
    {
        var favourites = new Favourites();
        return new Skill(new SkillOptions
        {
            SkillId = skillId,
            Handlers =
            [
                Match.Launch.To(Welcome),
                new OrderTeaHandler(),
                Match.Intent(IntentNames.Yes).When(IsSweetening).To(input => Serve(input, "with sugar")),
                Match.Intent(IntentNames.No).When(IsSweetening).To(input => Serve(input, "as it is")),
                Match.Intent(IntentNames.Stop, IntentNames.Cancel).To(_ => new ResponseBuilder().Speak("Bye!").EndSession().Build()),
                Match.AnyIntent.To(Welcome),
                Match.Any.To(_ => ResponseEnvelope.Empty),
            ],
            RequestInterceptors = [favourites],
            ResponseInterceptors = [favourites],
            ErrorHandlers = [new SpillHandler()],
            Store = store,
        });
    }

    private static ResponseEnvelope Welcome(HandlerInput input) =>
        new ResponseBuilder()
            .Speak($"Welcome to Tea Time! {Favourites.Of(input)} Which tea would you like?")
            .Reprompt("Say, for example: two cups of Earl Grey.")
            .Build();

    private static bool IsSweetening(HandlerInput input) =>
        input.Attributes.HasSession && input.Attributes.SessionAttributes.ContainsKey("order");

    private static ResponseEnvelope Serve(HandlerInput input, string how)
    {
        var order = (string?)input.Attributes.SessionAttributes["order"];
        input.Attributes.SessionAttributes.Remove("order");
        return new ResponseBuilder().Speak($"Here you are: {order}, {how}.").SimpleCard("Tea Time", $"{order}, {how}").EndSession().Build();
    }
}

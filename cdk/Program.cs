using Cdk;
using Cdk.Assets;
using Cdk.Settings;

FunctionCode? code = null;
try
{
    var root = Checkout.Find(Directory.GetCurrentDirectory());
    using var jsii = new JsiiRuntime();
    var app = jsii.StartApp();
    var names = ContextReader.NamesOf(Environment.GetEnvironmentVariable("CDK_CONTEXT_JSON"));
    var settings = StackSettings.Read(new ContextReader(app.Node, names));
    code = new FunctionCode(root, settings.Functions);
    _ = new PetMatchStack(app, "PetMatch", new PetMatchStackProps
    {
        Settings = settings,
        Code = code,
        BreedsFile = BreedsFile.Write(root),
        AthenaFolder = Path.Combine(root, "athena"),
    });
    app.Synth();
    return 0;
}
catch (ContextException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 1;
}
#pragma warning disable CA1031 // the CDK's runtime throws no type of its own
catch (Exception) when (code?.Mistake is { } mistake)
#pragma warning restore CA1031
{
    // Thrown while the CDK bundled an asset, it has come back wrapped in a stack of JavaScript.
    Console.Error.WriteLine(mistake);
    return 1;
}

using Amazon.JSII.Runtime;
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
catch (JsiiException) when (code?.Mistake is { } mistake)
{
    // It was thrown while the CDK bundled an asset, and has come back wrapped in a stack of JavaScript.
    Console.Error.WriteLine(mistake);
    return 1;
}

using Amazon.CDK;
using Cdk;

// The CDK's runtime warns, on each synth, of a Node.js whose support has ended or that it does not know yet.
Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,21,22,23");
Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "1");
Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");

try
{
    var settings = StackSettings.Read(new ContextReader(Environment.GetEnvironmentVariable("CDK_CONTEXT_JSON")));
    var assets = Assets.Make(Directory.GetCurrentDirectory(), settings);
    var app = new App();
    _ = new PetMatchStack(app, settings, assets);
    app.Synth();
    return 0;
}
catch (ContextException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 1;
}

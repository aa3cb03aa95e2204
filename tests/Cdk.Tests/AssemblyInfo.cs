using Cdk.Tests;

// The CDK runs in one Node.js process, which answers one call at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(Stacks))]

using BenchmarkDotNet.Running;
using Benchmarks.WarmIntent;

BenchmarkRunner.Run<PetMatchIntent>(args: args);

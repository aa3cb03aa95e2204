namespace SkillFunction.Tests.EndToEnd;

// What holds for the process that the local run starts holds for the one that is deployed.

public sealed class NativeSkillFunctionTests(NativeAwsFixture aws) : SkillFunctionTests(aws);

public sealed class NativeMemoryAcrossRestartsTests(NativeAwsFixture aws) : MemoryAcrossRestartsTests(aws);

public sealed class NativeFailingStoreTests(NativeAwsFixture aws) : FailingStoreTests(aws);

public sealed class NativePlainStoreTests(NativeAwsFixture aws) : PlainStoreTests(aws);

public sealed class NativePseudonymTests(NativeAwsFixture aws) : PseudonymTests(aws);

public sealed class NativeFreshProcessTests(NativeAwsFixture aws) : FreshProcessTests(aws);

public sealed class NativeWireTests(NativeAwsFixture aws) : WireTests(aws);

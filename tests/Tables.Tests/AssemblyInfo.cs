[assembly: AssemblyFixture(typeof(DynaliteFixture))]

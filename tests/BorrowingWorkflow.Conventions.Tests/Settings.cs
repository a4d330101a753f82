// The meter and the activity source are those of the process, so what one test does another would measure.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

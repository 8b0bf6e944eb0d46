package simwright.acceptance;

import java.util.function.Consumer;
import simwright.acceptance.plan.Plan;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.device.Device;

/// What a run is to be: its id, the plan, the device, who wants it and for whom, with which tools,
/// who answers questions, the wish to stop, and who follows it (called on the run's threads, one at
/// a time; must be quick).
public record RunOrder(
    String id,
    Plan plan,
    Device device,
    String operator,
    RunHeader header,
    RunTools tools,
    Attendant attendant,
    Cancel cancel,
    Consumer<RunView> watcher) {}

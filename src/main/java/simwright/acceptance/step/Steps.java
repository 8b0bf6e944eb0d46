package simwright.acceptance.step;

import java.util.List;
import simwright.acceptance.Step;
import simwright.device.Rung;

/// All kinds of steps, one line each.
public final class Steps {
  private Steps() {}

  /// The kinds there are.
  public static List<Step> all() {
    return List.of(
        new ConnectStep(),
        new IdentityStep(),
        new RungStep("sim", Rung.Step.SIM),
        new RungStep("registered", Rung.Step.REGISTERED),
        new RungStep("context", Rung.Step.CONTEXT),
        new AddressStep(),
        new SignalStep(),
        new PingStep(),
        new FunctionalityStep(),
        new RebootStep(),
        new DistributionStep(),
        new PromptStep(),
        new CardStep(),
        new DownloadStep(),
        new SwitchStep(true),
        new SwitchStep(false),
        new LoadedSwitchStep(),
        new BackOffStep(),
        new DeleteStep(),
        new TellStep(),
        new ProfileListStep(),
        new EuiccInfoStep(),
        new InUseStep(),
        new RenameStep(),
        new CardFunctionStep(),
        new DefaultServerStep(),
        new MemoryResetStep(),
        new DiscoverStep(),
        new DownloadCutStep(),
        new CohortStep(),
        new MobileDataStep(),
        new BatteryStep(),
        new SlotsStep(),
        new AtStep(),
        new UrcStep(),
        new AttachStep(),
        new ActivateStep(),
        new TemperatureStep(),
        new SupplyStep(),
        new CountersStep(),
        new FaultStep(),
        new ServersBehaveStep(),
        new ResourceStep(),
        new DnsStep(),
        new TransferStep(),
        new SlotStep(),
        new LostStep(),
        new ServingStep(),
        new RefusedStep(),
        new AttachmentStep(),
        new ProfileOrderStep(),
        new ServerProgressStep(),
        new OrderEndedStep(),
        new FlowStep(),
        new FlowToldStep(),
        new FailoverReadyStep(),
        new FailoverStep());
  }
}

package simwright.job;

import java.util.Optional;
import simwright.catalog.CatalogCodes;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.sanitise.Sanitation;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.lpa.LpaCodes;
import simwright.lpa.ProfileDownload;
import simwright.lpa.ProvenSwitch;

/// Provisions a device that was sanitised: a download and a switch with proof, linked to the
/// certificate of the sanitation.
final class ReprovisionRun {
  private final Device device;
  private final CardActs cards;
  private final JobContext context;
  private final WithinJob within;

  ReprovisionRun(Device device, CardActs cards, JobContext context, WithinJob within) {
    this.device = device;
    this.cards = cards;
    this.context = context;
    this.within = within;
  }

  LifecycleActs.Reprovisioned run(LifecycleActs.Reprovision wish, SanitationLog log) {
    Sanitation clean = certificate(wish, log);
    ProfileDownload.Result result =
        within.done(
            "downloading the profile",
            cards.download(
                device.id(),
                wish.code(),
                wish.confirmation(),
                Optional.empty(),
                context.attendant()));
    Iccid iccid =
        Optional.of(result)
            .filter(ProfileDownload.Result::installed)
            .flatMap(each -> each.announced().iccid())
            .orElseThrow(
                () -> new Fault(LpaCodes.NO_PROFILE, "provisioning a device anew", device.id()));
    log.provisioned(clean, device.id(), iccid);
    ProvenSwitch.Outcome outcome =
        within.done("switching", cards.enable(device.id(), iccid, context.attendant()));
    return new LifecycleActs.Reprovisioned(clean, outcome);
  }

  /// The newest sanitation of this very device, by its IMEI, whatever port it is at now.
  private Sanitation certificate(LifecycleActs.Reprovision wish, SanitationLog log) {
    if (!device.isOpen()) {
      context.progress().at("connecting", 0, 0);
      Attachment unused = device.connect(context.cancel());
    }
    Optional<Imei> imei = device.refresh(context.cancel()).snapshot().imei().value();
    Sanitation newest =
        log.all().stream()
            .filter(each -> imei.isPresent() && each.imei().equals(imei))
            .reduce((_, later) -> later)
            .orElseThrow(() -> notClean("no sanitation of it stands in the log"));
    if (log.used(newest)) {
      throw notClean(newest.number() + ": it was provisioned since");
    }
    if (!newest.clean() && !wish.unproven()) {
      throw notClean(newest.number() + ": " + newest.verdict());
    }
    return newest;
  }

  private Fault notClean(String why) {
    return new Fault(CatalogCodes.NOT_CLEAN, "provisioning a device anew", device.id(), why, null);
  }
}

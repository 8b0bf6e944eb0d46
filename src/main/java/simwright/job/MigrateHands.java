package simwright.job;

import java.util.Optional;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.catalog.CatalogCodes;
import simwright.catalog.migration.MigrationPlan;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.lpa.CardReading;
import simwright.lpa.ProfileDownload;
import simwright.lpa.ProvenSwitch;
import simwright.rollout.migration.MigrationHands;
import simwright.rsp.ActivationCode;

/// What a migration has done on the card of a device, each as a job of its own: the flows of
/// provisioning, with their consent, proof and way back.
final class MigrateHands implements MigrationHands {
  private static final int DIGITS = 4;

  private final CardActs cards;
  private final String device;
  private final WithinJob within;
  private final Attendant attendant;

  MigrateHands(CardActs cards, String device, WithinJob within, Attendant attendant) {
    this.cards = cards;
    this.device = device;
    this.within = within;
    this.attendant = attendant;
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public CardNow look() {
    CardReading reading = within.done("reading the card", cards.read(device, attendant));
    return new CardNow(
        reading.eid(),
        reading.profiles().stream()
            .filter(each -> each.iccid().isPresent())
            .map(MigrateHands::onCard)
            .toList());
  }

  private static OnCard onCard(ProfileInfo info) {
    return new OnCard(info.iccid().orElseThrow(), info.enabled());
  }

  @Override
  public void download(MigrationPlan.Order order) {
    Optional<char[]> confirmation =
        Optional.of(order.confirmation()).filter(text -> !text.isEmpty()).map(String::toCharArray);
    ProfileDownload.Result result =
        within.done(
            "downloading the new version",
            cards.download(
                device,
                ActivationCode.read(order.code()),
                confirmation,
                Optional.empty(),
                attendant));
    if (!result.installed()) {
      throw new Fault(
          CatalogCodes.NOT_PROVEN,
          "downloading the new version",
          device,
          "the card did not install it",
          null);
    }
  }

  @Override
  public Optional<String> enable(Iccid profile) {
    ProvenSwitch.Outcome outcome =
        within.done("switching", cards.enable(device, profile, attendant));
    return outcome.proven()
        ? Optional.empty()
        : Optional.of(outcome.missing().orElse("nothing was seen of it"));
  }

  @Override
  public void delete(Iccid profile) {
    boolean unused =
        within.done("deleting the old version", cards.delete(device, profile, agreed(profile)));
  }

  /// Who typed the name of the plan has agreed to the loss of the profiles that it names; all else
  /// is asked.
  private Attendant agreed(Iccid profile) {
    String last = profile.value().substring(profile.value().length() - DIGITS);
    return new Attendant() {
      @Override
      @SuppressWarnings("unchecked")
      public <A> Optional<A> ask(Question<A> question) {
        boolean its =
            question instanceof Question.TypedConfirmation typed
                && typed.expected().equals(last)
                && typed.title().startsWith("Delete");
        return its ? (Optional<A>) Optional.of(true) : attendant.ask(question);
      }

      @Override
      public boolean isThere() {
        return attendant.isThere();
      }
    };
  }
}

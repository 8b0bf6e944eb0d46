package simwright.catalog.provider;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import simwright.catalog.ApnSetting;
import simwright.identity.Plmn;

/// A person's own entry of an operator: its networks, the beginnings of its ICCIDs and IMSIs, its
/// access points, and its contract.
public record Operator(
    String name,
    String country,
    List<Plmn> networks,
    List<String> iccids,
    List<String> imsis,
    List<ApnSetting> apns,
    List<Variation> variations,
    Contract contract) {
  /// Access points that hold instead for some of its profiles: those whose numbers begin so, or
  /// that have one of these tariffs. What is empty does not matter.
  public record Variation(
      String name,
      List<String> iccids,
      List<String> imsis,
      List<String> tariffs,
      List<ApnSetting> apns) {
    public Variation {
      iccids = List.copyOf(iccids);
      imsis = List.copyOf(imsis);
      tariffs = List.copyOf(tariffs);
      apns = List.copyOf(apns);
    }
  }

  /// The contract: its days, the price tier, what is bought at least, and the service levels by
  /// name, all in the words of the contract.
  public record Contract(
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      String priceTier,
      String minimumCommitment,
      List<String> serviceLevels) {
    /// So many days before its end a contract is warned of.
    public static final int SOON = 60;

    public Contract {
      serviceLevels = List.copyOf(serviceLevels);
    }

    /// The days that it still holds after today; below 0 it is over, empty where its end is not
    /// known.
    public Optional<Long> daysLeft(LocalDate today) {
      return until.map(end -> ChronoUnit.DAYS.between(today, end));
    }

    /// What a person should know of its term, without a full stop; empty where there is nothing.
    public Optional<String> warning(LocalDate today) {
      Optional<String> early =
          from.filter(today::isBefore).map(begin -> "its contract only begins on " + begin);
      return daysLeft(today)
          .filter(days -> days <= SOON)
          .map(days ->
              days < 0
                  ? "its contract ended on " + until.orElseThrow()
                  : "its contract ends in " + days + " days, on " + until.orElseThrow())
          .or(() -> early);
    }
  }

  public Operator {
    networks = List.copyOf(networks);
    iccids = List.copyOf(iccids);
    imsis = List.copyOf(imsis);
    apns = List.copyOf(apns);
    variations = List.copyOf(variations);
  }
}

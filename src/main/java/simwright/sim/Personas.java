package simwright.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import simwright.hardware.HardwareProfile;
import simwright.sim.modem.Persona;
import simwright.sim.network.Subscription;

/// Makes the devices of a bench: each with an IMEI, ICCID and IMSI of its own in test ranges with
/// right check digits, always the same for the same place on the bench.
final class Personas {
  private Personas() {}

  private static final int SECOND_SLOT = 50;

  /// The `number`th device of a bench, from 1.
  static Persona make(Offers.Offer offer, int number, Cards cards) {
    HardwareProfile.Simulator simulator = offer.simulator();
    String imei = luhn(simulator.tac() + String.format(Locale.ROOT, "%06d", 100 + number));
    List<Persona.Sim> sims = new ArrayList<>();
    for (int slot = 0; slot < simulator.habits().slots(); slot++) {
      sims.add(sim(number + SECOND_SLOT * slot));
    }
    return new Persona(
        offer.profile(),
        simulator,
        imei,
        List.copyOf(sims),
        Optional.of(cards.make(number, sims.getFirst(), offer.card())));
  }

  /// A subscription for a card that is in no device.
  static Persona.Sim card(int number) {
    return sim(number);
  }

  private static Persona.Sim sim(int number) {
    String imsi = "00101" + String.format(Locale.ROOT, "%010d", 1_000_000 + number);
    String iccid = luhn("898821100000" + String.format(Locale.ROOT, "%06d", number));
    Random secrets = new Random(51L * number);
    byte[] k = new byte[16];
    byte[] opc = new byte[16];
    secrets.nextBytes(k);
    secrets.nextBytes(opc);
    String msisdn = "+999001" + String.format(Locale.ROOT, "%05d", number);
    return new Persona.Sim(new Subscription(imsi, iccid, k, opc, 0), "1234", "12345678", msisdn);
  }

  static String luhn(String digits) {
    int sum = 0;
    for (int i = digits.length() - 1, odd = 1; i >= 0; i--, odd ^= 1) {
      int d = (digits.charAt(i) - '0') * (odd == 1 ? 2 : 1);
      sum += d > 9 ? d - 9 : d;
    }
    return digits + (10 - sum % 10) % 10;
  }
}

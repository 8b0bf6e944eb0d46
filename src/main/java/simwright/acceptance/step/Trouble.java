package simwright.acceptance.step;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.plan.Parameters;
import simwright.lab.Disturbance;

/// The troubles that can be made around a device: how each begins and ends, on a bench that does so
/// by itself and in words for a person.
enum Trouble {
  /// No network is heard.
  SIGNAL_LOST("take the antenna off, so that no network is heard", "put the antenna back") {
    @Override
    Disturbance begins(Parameters with) {
      return new Disturbance.Attenuation(ALL);
    }

    @Override
    Disturbance ends() {
      return new Disturbance.Attenuation(0);
    }
  },
  /// The signal is weakened by `db`.
  SIGNAL_WEAK(
      "put an attenuation of {db} dB into the antenna's line", "take the attenuation out again") {
    @Override
    Disturbance begins(Parameters with) {
      return new Disturbance.Attenuation((int) number(with, "db"));
    }

    @Override
    Disturbance ends() {
      return new Disturbance.Attenuation(0);
    }
  },
  /// The network refuses the subscriber with `cause`; a congested one (22) for `back_off_s`.
  OPERATOR_DENIED(
      "have the network refuse the subscriber with EMM cause {cause}, with cause 22 for"
          + " {back_off_s} s (T3346)",
      "have the network accept the subscriber again") {
    @Override
    Disturbance begins(Parameters with) {
      return new Disturbance.Refusal((int) number(with, "cause"), (int) number(with, "back_off_s"));
    }

    @Override
    Disturbance ends() {
      return new Disturbance.Refusal(0, 0);
    }
  },
  /// The card is out of its slot.
  SIM_OUT("take the card out", "put the card back") {
    @Override
    Disturbance begins(Parameters with) {
      return new Disturbance.Sim(false);
    }

    @Override
    Disturbance ends() {
      return new Disturbance.Sim(true);
    }
  },
  /// The device has no supply.
  POWER_CUT("cut the device's supply", "switch the device's supply on again") {
    @Override
    Disturbance begins(Parameters with) {
      return new Disturbance.Unplug();
    }

    @Override
    Disturbance ends() {
      return new Disturbance.Plug();
    }
  },
  /// The provisioning servers do not answer.
  SERVER_UNREACHABLE(
      "block the way to the provisioning server", "open the way to the provisioning server again") {
    @Override
    Disturbance begins(Parameters with) {
      return new Disturbance.Server("hang-up");
    }

    @Override
    Disturbance ends() {
      return new Disturbance.Server("");
    }
  },
  /// The provisioning servers answer a byte a second.
  SERVER_SLOW(
      "slow the way to the provisioning server down to a byte a second",
      "give the way to the provisioning server its speed back") {
    @Override
    Disturbance begins(Parameters with) {
      return new Disturbance.Server("drip");
    }

    @Override
    Disturbance ends() {
      return new Disturbance.Server("");
    }
  },
  /// The battery has `percent` left.
  BATTERY_LOW(
      "supply the device from a battery at {percent} % charge",
      "give the device its usual supply back") {
    @Override
    Disturbance begins(Parameters with) {
      return new Disturbance.Battery((int) number(with, "percent"));
    }

    @Override
    Disturbance ends() {
      return new Disturbance.Battery(USUAL_CHARGE);
    }
  };

  private static final int ALL = 100;
  private static final int USUAL_CHARGE = 84;

  private final String making;
  private final String undoing;

  Trouble(String making, String undoing) {
    this.making = making;
    this.undoing = undoing;
  }

  abstract Disturbance begins(Parameters with);

  abstract Disturbance ends();

  /// What numbers its words name, with what holds without them and the most they may be.
  static double usual(String name) {
    return switch (name) {
      case "db" -> 25;
      case "cause" -> 11;
      case "back_off_s" -> 60;
      default -> 8;
    };
  }

  static double most(String name) {
    return switch (name) {
      case "db" -> ALL;
      case "cause" -> 255;
      case "back_off_s" -> 10_000;
      default -> 100;
    };
  }

  /// The numbers that can be given.
  static Set<String> numbers() {
    return Set.of("db", "cause", "back_off_s", "percent");
  }

  static double number(Parameters with, String name) {
    return with.number(name, usual(name));
  }

  /// How it is made, with its numbers, for a person.
  String making(Parameters with) {
    String words = making;
    for (String name : numbers()) {
      words = words.replace("{" + name + "}", Long.toString(Math.round(number(with, name))));
    }
    return words;
  }

  String undoing() {
    return undoing;
  }

  /// As it stands in plans.
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Trouble> of(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}

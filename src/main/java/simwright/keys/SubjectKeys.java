package simwright.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One key for each subject, all in one file of slots, so that many are made and read at once: a
/// slot is the pseudonym, the key, and a check of both, by which a slot that was half written
/// counts as none. A key is destroyed where it lies, by overwriting. Earlier versions had a file
/// for each, in a folder beside; those are still read, and destroyed.
final class SubjectKeys {
  private static final int NAME = 16;
  private static final int KEY = 32;
  private static final int CHECK = 16;
  private static final int SLOT = NAME + KEY + CHECK;

  /// A file may be locked once in a program.
  private static final Object LOCKED = new Object();

  private final Path file;
  private final Path folder;

  /// Where slots lie, as far as the file was read. Another program may have destroyed some since.
  private final Map<String, Long> places = new HashMap<>();

  private long seen;

  SubjectKeys(Path file, Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /// Whether there is a file, or the folder of earlier versions.
  boolean there() {
    return Files.exists(file) || Files.isDirectory(folder);
  }

  /// Makes the file where there is none.
  void open() throws IOException {
    if (!Files.exists(file)) {
      KeyFiles.put(file, new byte[0]);
    }
  }

  /// The keys of those that have one, by pseudonym.
  synchronized Map<String, byte[]> find(Collection<String> pseudonyms) throws IOException {
    pseudonyms.forEach(SubjectKeys::check);
    Map<String, byte[]> found = new LinkedHashMap<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (String each : pseudonyms) {
        Optional<byte[]> key = find(channel, each);
        if (key.isPresent()) {
          found.put(each, key.get());
        }
      }
    }
    return found;
  }

  /// The keys of all, made for those that have none, on disk when this returns.
  synchronized Map<String, byte[]> make(Collection<String> pseudonyms) throws IOException {
    Map<String, byte[]> all = find(pseudonyms);
    if (!all.keySet().containsAll(pseudonyms)) {
      synchronized (LOCKED) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock _ = channel.lock()) {
          add(channel, pseudonyms, all);
        }
      }
    }
    return all;
  }

  /// Another program may have been quicker with some.
  private void add(FileChannel channel, Collection<String> pseudonyms, Map<String, byte[]> all)
      throws IOException {
    List<byte[]> slots = new ArrayList<>();
    for (String each : pseudonyms) {
      if (!all.containsKey(each)) {
        byte[] key = find(channel, each).orElse(null);
        if (key == null) {
          key = KeyFiles.random(KEY);
          slots.add(slot(each, key));
        }
        all.put(each, key);
      }
    }
    // a program that broke off may have left part of a slot
    long at = (channel.size() + SLOT - 1) / SLOT * SLOT;
    ByteBuffer bytes = ByteBuffer.allocate(slots.size() * SLOT);
    slots.forEach(bytes::put);
    write(channel, bytes.flip(), at);
  }

  /// Destroys a key: overwritten, and no slot any more. False where there is none.
  synchronized boolean destroy(String pseudonym) throws IOException {
    check(pseudonym);
    boolean there = KeyFiles.destroy(folder.resolve(pseudonym));
    synchronized (LOCKED) {
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        if (inSlot(channel, pseudonym).isPresent()) {
          long at = Objects.requireNonNull(places.remove(pseudonym));
          write(channel, ByteBuffer.wrap(KeyFiles.random(SLOT)), at);
          write(channel, ByteBuffer.allocate(SLOT), at);
          return true;
        }
      }
    }
    return there;
  }

  private Optional<byte[]> find(FileChannel channel, String pseudonym) throws IOException {
    Optional<byte[]> key = inSlot(channel, pseudonym);
    if (key.isPresent()) {
      return key;
    }
    Path own = folder.resolve(pseudonym);
    return Files.exists(own) ? Optional.of(Files.readAllBytes(own)) : Optional.empty();
  }

  private Optional<byte[]> inSlot(FileChannel channel, String pseudonym) throws IOException {
    if (!places.containsKey(pseudonym)) {
      look(channel);
    }
    Long at = places.get(pseudonym);
    if (at == null) {
      return Optional.empty();
    }
    byte[] slot = read(channel, at, SLOT);
    if (holds(slot) && name(slot).equals(pseudonym)) {
      return Optional.of(Arrays.copyOfRange(slot, NAME, NAME + KEY));
    }
    places.remove(pseudonym);
    return Optional.empty();
  }

  /// Reads where the slots lie that have come since.
  private void look(FileChannel channel) throws IOException {
    long whole = channel.size() / SLOT * SLOT;
    if (whole <= seen) {
      return;
    }
    byte[] fresh = read(channel, seen, (int) (whole - seen));
    for (int at = 0; at < fresh.length; at += SLOT) {
      byte[] slot = Arrays.copyOfRange(fresh, at, at + SLOT);
      if (holds(slot)) {
        places.put(name(slot), seen + at);
      }
    }
    seen = whole;
  }

  private static byte[] slot(String pseudonym, byte[] key) {
    ByteBuffer slot = ByteBuffer.allocate(SLOT);
    slot.put(HexFormat.of().parseHex(pseudonym)).put(key);
    return slot.put(sum(slot.array())).array();
  }

  private static boolean holds(byte[] slot) {
    return slot.length == SLOT
        && MessageDigest.isEqual(sum(slot), Arrays.copyOfRange(slot, NAME + KEY, SLOT));
  }

  private static String name(byte[] slot) {
    return HexFormat.of().formatHex(slot, 0, NAME);
  }

  private static byte[] sum(byte[] slot) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(slot, 0, NAME + KEY);
      return Arrays.copyOf(digest.digest(), CHECK);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] read(FileChannel channel, long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {}
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    while (bytes.hasRemaining()) {
      int unused = channel.write(bytes, at + bytes.position());
    }
    channel.force(true);
  }

  private static void check(String pseudonym) {
    if (!pseudonym.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("not a pseudonym");
    }
  }
}

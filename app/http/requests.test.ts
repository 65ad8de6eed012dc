import { expect, test } from "vitest";
import { clientOf } from "./requests.server.ts";

test("addresses that one line may choose from count as one client", () => {
  const home = "2001:db8:1:2::/64";
  for (const address of ["2001:db8:1:2::1", "2001:0DB8:0001:0002:dead:beef:0:7", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"])
    expect(clientOf(address)).toBe(home);
  expect(clientOf("2001:db8:1:3::1")).not.toBe(home);
  expect(clientOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(clientOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(clientOf("::1")).toBe("0:0:0:0::/64");
});

test("an address of the old kind is itself, however it is written; what is no address stays what it is", () => {
  expect(clientOf("203.0.113.7")).toBe("203.0.113.7");
  expect(clientOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(clientOf("203.0.113.7:50123")).toBe("203.0.113.7");
  expect(clientOf("[2001:db8:1:2::1]:50123")).toBe("2001:db8:1:2::/64");
  expect(clientOf("unknown")).toBe("unknown");
  expect(clientOf("")).toBe("");
});

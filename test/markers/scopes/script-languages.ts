import type { LanguageSample } from './languages.ts';

export const SCRIPT_LANGUAGES: readonly LanguageSample[] = [
  {
    path: 'kitchen.rb',
    text: `module Food
      |  class Oven < Appliance
      |    attr_reader :heat
      |
      |    def self.open(n)
      |      return 1 if n
      |      items.each do |i|
      |        i.eat
      |      end
      |    rescue Burnt
      |      nil
      |    end
      |
      |    private def hot?
      |      true
      |    end
      |
      |    def cold = false
      |  end
      |end
      |`,
    scopes: ['namespace Food 1-20', 'class Oven 2-19', 'method open 5-12', 'method hot? 14-16', 'method cold 18-18'],
  },
  {
    path: 'kitchen.php',
    text: `<?php
      |namespace Food;
      |
      |abstract class Oven extends Appliance implements Warm
      |{
      |    public static function &bake(array $loaves, int $n = 1): ?array
      |    {
      |        foreach ($loaves as $loaf) {
      |            if ($n) {
      |                return array_map(function ($x) use ($n) {
      |                    return $x;
      |                }, $loaves);
      |            }
      |        }
      |    }
      |}
      |trait Warm {
      |}
      |function serve() {
      |}
      |`,
    scopes: ['class Oven 4-16', 'method bake 6-15', 'interface Warm 17-18', 'function serve 19-20'],
  },
  {
    path: 'kitchen.sh',
    text: `#!/bin/bash
      |bake() {
      |  for i in 1 2; do
      |    echo "$i" \${HEAT}
      |  done
      |  { echo a; } > b
      |}
      |function serve-all {
      |  bake
      |}
      |function wash()
      |{
      |  bake
      |}
      |bake
      |`,
    scopes: ['function bake 2-7', 'function serve-all 8-10', 'function wash 11-14'],
  },
  {
    path: 'kitchen.sql',
    text: `CREATE TABLE IF NOT EXISTS loaf (
      |  id INT DEFAULT 1,
      |  note TEXT DEFAULT ';'
      |);
      |
      |CREATE OR REPLACE FUNCTION bake(n INT) RETURNS INT AS $$
      |DECLARE
      |  x INT;
      |BEGIN
      |  IF n > 1 THEN
      |    x := 1;
      |  END IF;
      |  RETURN x;
      |END;
      |$$ LANGUAGE plpgsql;
      |
      |CREATE PROCEDURE serve(IN a INT)
      |BEGIN
      |  SELECT CASE a WHEN 1 THEN 2 END;
      |  UPDATE loaf SET id = 1;
      |END;
      |
      |SELECT 1;
      |CREATE UNIQUE INDEX i ON loaf (id);
      |CREATE VIEW crust AS
      |  SELECT id FROM loaf;
      |`,
    scopes: ['table loaf 1-4', 'function bake 6-15', 'function serve 17-21', 'table crust 25-26'],
  },
  {
    path: 'kitchen.lua',
    text: `local function bake(n)
      |  if n then
      |    return 1
      |  end
      |end
      |function Oven.heat(n)
      |  return n
      |end
      |print(1)
      |`,
    scopes: ['function bake 1-5', 'function Oven.heat 6-8'],
  },
  {
    path: 'kitchen.unknown',
    text: `proc bake {n} {
      |    if {$n} {
      |        return 1
      |    }
      |}
      |proc serve {} {
      |}
      |`,
    scopes: ['function bake 1-5', 'function serve 6-7'],
  },
];

import { COMPILED_LANGUAGES } from './compiled-languages.ts';
import { SCRIPT_LANGUAGES } from './script-languages.ts';

/** One small text in a language with the definitions it holds: kind, name, first and last line. */
export interface LanguageSample {
  readonly path: string;
  readonly text: string;
  readonly scopes: readonly string[];
}

export const LANGUAGES: readonly LanguageSample[] = [
  ...COMPILED_LANGUAGES,
  ...SCRIPT_LANGUAGES,
  {
    path: 'kitchen.js',
    text: `import { oven } from './oven.js';
      |
      |export default async function bake(loaf, { heat = 200 } = {}) {
      |  if (heat > 250) {
      |    throw new Error('too hot {');
      |  }
      |  return loaf.map((slice) => {
      |    return slice.toast();
      |  });
      |}
      |
      |class Oven extends Appliance {
      |  #heat = 0;
      |  constructor() {
      |    super();
      |  }
      |  async *slices(n) {
      |    for (let i = 0; i < n; i++) {
      |      yield i;
      |    }
      |  }
      |}
      |
      |const knead = (dough) => {
      |  return dough;
      |};
      |
      |exports.serve = function (plate) {
      |  plate.hot = true;
      |};
      |
      |const menu = {
      |  soup() {
      |    return 'soup';
      |  },
      |  bread: async (n) => {
      |    return n;
      |  },
      |};
      |
      |describe('the oven', () => {
      |  it('bakes', async () => {
      |    await bake();
      |  });
      |});
      |`,
    scopes: [
      'function bake 3-10',
      'class Oven 12-22',
      'method constructor 14-16',
      'method slices 17-21',
      'function knead 24-26',
      'function serve 28-30',
      'method soup 33-35',
      'method bread 36-38',
      'block the oven 41-45',
      'block bakes 42-44',
    ],
  },
  {
    path: 'kitchen.ts',
    text: `namespace Kitchen {
      |  export interface Loaf<T extends object = {}> {
      |    crumb: T;
      |  }
      |  export enum Heat {
      |    Low,
      |  }
      |}
      |
      |export function slice<T>(loaf: Loaf<T>, by: { width: number }): { parts: T[] } {
      |  return { parts: [] };
      |}
      |
      |export const toast = async <T,>(
      |  bread: T,
      |  heat: number,
      |): Promise<T> => {
      |  return bread;
      |};
      |
      |export abstract class Baker implements Worker {
      |  @Input() set hat(value: string) {
      |    this.value = value;
      |  }
      |  private async bake(
      |    loaf: Loaf<{}>,
      |  ): Promise<{ done: boolean }> {
      |    while (true) {
      |      break;
      |    }
      |  }
      |}
      |`,
    scopes: [
      'namespace Kitchen 1-8',
      'interface Loaf 2-4',
      'class Heat 5-7',
      'function slice 10-12',
      'function toast 14-19',
      'class Baker 21-32',
      'method hat 22-24',
      'method bake 25-31',
    ],
  },
  {
    path: 'kitchen.tsx',
    text: `export const Plate = memo(function Plate({ food }: Props) {
      |  const onClick = useCallback(() => {
      |    eat(food);
      |  }, [food]);
      |  return (
      |    <div onClick={onClick}>
      |      {food.map((f) => {
      |        return <b>{f}</b>;
      |      })}
      |    </div>
      |  );
      |});
      |`,
    scopes: ['function Plate 1-12', 'function onClick 2-4'],
  },
  {
    path: 'kitchen.py',
    text: `import os
      |
      |class Oven(Appliance):
      |    """An oven.
      |
      |def not_this():
      |    """
      |
      |    def heat(
      |        self,
      |        degrees,
      |    ):
      |        if degrees:
      |            return 1
      |        # the end of heat
      |
      |    @property
      |    async def door(self):
      |        return 2
      |
      |def bake():
      |    def inner():
      |        pass
      |    return inner
      |
      |if True:
      |    bake()
      |`,
    scopes: ['class Oven 3-19', 'method heat 9-15', 'method door 18-19', 'function bake 21-24', 'function inner 22-23'],
  },
  {
    path: 'Kitchen.java',
    text: `package food;
      |
      |@Service("kitchen")
      |public final class Kitchen<T extends Food> extends Room implements Warm {
      |  static {
      |    load();
      |  }
      |
      |  public Kitchen(int n) {
      |    super(n);
      |  }
      |
      |  @Override
      |  public <R> Map<String, List<R>> cook(T food, Function<T, R> how) throws Burnt, Raw {
      |    if (food == null) {
      |      return Map.of();
      |    }
      |    list.forEach(x -> {
      |      x.eat();
      |    });
      |    run(new Runnable() {
      |      public void run() {
      |        go();
      |      }
      |    });
      |  }
      |
      |  interface Warm {
      |    default void heat() {
      |    }
      |  }
      |}
      |`,
    scopes: [
      'class Kitchen 4-32',
      'method Kitchen 9-11',
      'method cook 14-26',
      'function run 22-24',
      'interface Warm 28-31',
      'method heat 29-30',
    ],
  },
];

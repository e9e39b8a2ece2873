import type { LanguageSample } from './languages.ts';

export const COMPILED_LANGUAGES: readonly LanguageSample[] = [
  {
    path: 'kitchen.kt',
    text: `package food
      |
      |data class Loaf(val crumb: Int, val crust: Int = 2) : Bread(), Warm {
      |    val weight: Int
      |        get() {
      |            return crumb
      |        }
      |
      |    companion object {
      |        fun <T> of(n: T): Loaf {
      |            return Loaf(1)
      |        }
      |    }
      |
      |    override suspend fun String.slice(n: Int): List<Int>
      |        where T : Any {
      |        listOf(1).map { it + 1 }
      |        when (n) {
      |            1 -> { eat() }
      |        }
      |    }
      |}
      |
      |interface Warm {
      |    fun heat()
      |}
      |object Oven {
      |}
      |`,
    scopes: ['class Loaf 3-22', 'function of 10-12', 'method slice 15-21', 'interface Warm 24-26', 'class Oven 27-28'],
  },
  {
    path: 'kitchen.go',
    text: `package food
      |
      |type Oven struct {
      |\theat map[string]interface{}
      |}
      |
      |type Warm interface {
      |\tHeat() error
      |}
      |
      |func (o *Oven) Heat(n int) (err error) {
      |\tfor i := 0; i < n; i++ {
      |\t\tgo func() {
      |\t\t\tburn()
      |\t\t}()
      |\t}
      |\treturn
      |}
      |
      |func Map[T any](in []T, f func(T) T) interface{} {
      |\treturn nil
      |}
      |`,
    scopes: ['class Oven 3-5', 'interface Warm 7-9', 'method Heat 11-18', 'function Map 20-22'],
  },
  {
    path: 'kitchen.rs',
    text: `pub mod food {
      |    #[derive(Debug)]
      |    pub struct Oven<T> {
      |        heat: T,
      |    }
      |    impl<T> Warm for Oven<T>
      |    where
      |        T: Copy,
      |    {
      |        fn heat<'a>(&'a mut self, n: &'a str) -> Option<&'a T> {
      |            match n {
      |                "a" => { None }
      |                _ => None,
      |            }
      |        }
      |    }
      |    pub trait Warm {
      |        fn cool(&self) {
      |        }
      |    }
      |}
      |pub(crate) async unsafe fn bake() {
      |}
      |`,
    scopes: [
      'namespace food 1-21',
      'class Oven 3-5',
      'class Oven 6-16',
      'method heat 10-15',
      'interface Warm 17-20',
      'method cool 18-19',
      'function bake 22-23',
    ],
  },
  {
    path: 'kitchen.c',
    text: `#include <oven.h>
      |#define HEAT(n) do { heat(n); } while (0)
      |typedef struct loaf {
      |  int crumb;
      |} loaf;
      |
      |static inline __attribute__((noinline)) struct loaf *
      |bake(struct loaf *l, void (*cb)(int))
      |{
      |  list_for_each(a, b) {
      |    if (a) {
      |      cb(1);
      |    }
      |  }
      |  return l;
      |}
      |
      |int table[] = { 1, 2 };
      |
      |REDIS_NO_SANITIZE("bounds")
      |void serve(int a) {
      |  switch (a) {
      |  case 1: {
      |    break;
      |  }
      |  }
      |}
      |`,
    scopes: ['class loaf 3-5', 'function bake 8-16', 'function serve 21-27'],
  },
  {
    path: 'kitchen.cpp',
    text: `namespace food::warm {
      |template <typename T>
      |class Oven final : public Appliance<T>, Warm {
      | public:
      |  explicit Oven(int n)
      |      : heat_(n),
      |        door_(make(n)) {
      |    open();
      |  }
      |  bool operator==(const Oven& o) const noexcept {
      |    return true;
      |  }
      |  auto slice() -> int override {
      |    auto f = [&](int a) { return a; };
      |    return f(1);
      |  }
      |  ~Oven() {
      |  }
      |};
      |enum class Heat { Low };
      |}
      |extern "C" {
      |int food::Oven::bake(std::map<int, int> m) const {
      |  for (auto& x : m) {
      |    x();
      |  }
      |}
      |}
      |`,
    scopes: [
      'namespace food::warm 1-21',
      'class Oven 3-19',
      'method Oven 5-9',
      'method operator== 10-12',
      'method slice 13-16',
      'method ~Oven 17-18',
      'class Heat 20-20',
      'function food::Oven::bake 23-27',
    ],
  },
  {
    path: 'Kitchen.cs',
    text: `namespace Food.Warm
      |{
      |    [Serializable]
      |    public sealed class Oven<T> : Appliance, IWarm where T : class
      |    {
      |        public int Heat { get; set; }
      |        public string Door
      |        {
      |            get { return door; }
      |        }
      |        public Oven(int n) : base(n)
      |        {
      |        }
      |        public async Task<List<T>> BakeAsync<R>(R loaf) where R : Loaf
      |        {
      |            using (var x = Open())
      |            {
      |                var y = new Loaf() { Crumb = 1 };
      |                items.ForEach(i => { i.Eat(); });
      |            }
      |        }
      |    }
      |    public interface IWarm
      |    {
      |    }
      |}
      |`,
    scopes: [
      'namespace Food.Warm 1-26',
      'class Oven 4-22',
      'property Heat 6-6',
      'property Door 7-10',
      'method Oven 11-13',
      'method BakeAsync 14-21',
      'interface IWarm 23-25',
    ],
  },
  {
    path: 'kitchen.swift',
    text: `@objc public final class Oven: NSObject, Warm {
      |    var heat: Int {
      |        return 1
      |    }
      |    init?(n: Int) {
      |        super.init()
      |    }
      |    deinit {
      |    }
      |    override func bake<T: Loaf>(_ loaf: T, by n: Int = 1) throws -> [T] where T: Warm {
      |        guard let x = n else { return [] }
      |        items.forEach { item in
      |            item.eat()
      |        }
      |    }
      |}
      |extension Oven: Cold {
      |}
      |protocol Cold {
      |    func cool()
      |}
      |`,
    scopes: [
      'class Oven 1-16',
      'property heat 2-4',
      'method init 5-7',
      'method deinit 8-9',
      'method bake 10-15',
      'class Oven 17-18',
      'interface Cold 19-21',
    ],
  },
];
